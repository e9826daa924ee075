#include "app/snapshot/background.h"

#include <ctime>

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>

void stepBack() { setpriority(PRIO_PROCESS, id_t(gettid()), 5); }
#else
void stepBack() {}
#endif

double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) * 1e-6;
}
