//go:build race

package main

// racing says that the tests look for races, which makes a walk by every screen
// too slow for the pace that it waits for.
const racing = true
