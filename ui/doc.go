// Package ui is the terminal program: a stack of screens and overlays, the
// header, the status line and the keys around them. It knows no rule of the
// procedure.
//
// It may import its screens and what they may.
package ui
