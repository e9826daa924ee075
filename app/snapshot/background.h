#pragma once

/// Lets the calling thread, and the teams it opens later, give way to the GUI thread: nice 5, which halves the longest
/// pauses that a user sees while the engine is busy. Without effect where the system has no such thing.
void stepBack();

/// Processor time that the calling thread has taken so far.
double threadMilliseconds();
