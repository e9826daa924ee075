# Fails if a kernel's object file hands the linker more than its table. An inline function that was compiled there with AVX-512
# could be taken for everybody's, and the program would not run on processors without it.
#
#     cmake -D NM=nm -D OBJECTS=a.o,b.o -P kernel_exports.cmake

string(REPLACE "," ";" objects "${OBJECTS}")
foreach(object IN LISTS objects)
    execute_process(COMMAND ${NM} --extern-only --defined-only ${object} OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCHALL "[^\n]+" symbols "${symbols}")
    # A word of data that names the handler of exceptions is the same in every file.
    list(FILTER symbols EXCLUDE REGEX " DW\\.ref\\.__gxx_personality_v0$")
    list(LENGTH symbols count)
    if(NOT count EQUAL 1 OR NOT symbols MATCHES " [DR] _ZN6mayfly[0-9]+[a-z0-9]+KernelsE$")
        list(JOIN symbols "\n" symbols)
        message(FATAL_ERROR "${object} exports not just a table:\n${symbols}")
    endif()
    message(STATUS "${object}: ${symbols}")
endforeach()
