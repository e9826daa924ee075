#pragma once

/// The dynamic property in which a label of the inspector keeps its number as the clipboard takes it: all its digits, the
/// same in every locale.
inline constexpr char numberProperty[] = "number";
