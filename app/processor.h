#pragma once

/// The first set of instructions that the engine was compiled for and this processor has not, such as "AVX-512"; null if
/// it has them all. Compiled for any processor, and asked before anything of the engine runs, so that a program that was
/// built elsewhere says so instead of dying on an illegal instruction.
const char* missingInstructions();
