#include "app/snapshot/background.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>

void stepBack() { setpriority(PRIO_PROCESS, id_t(gettid()), 5); }
#else
void stepBack() {}
#endif
