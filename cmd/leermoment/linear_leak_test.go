package main

import (
	"testing"
)

// Who asks for everything line by line hears what he may read, and by the rules
// of the leak test nothing else (see toldTo).
func TestWhoAsksForEverythingHearsIt(t *testing.T) {
	w := newMarkedWorld(t)
	w.live()
	heard := map[string]int{}
	for _, login := range []string{"dirk", "omar", "petra", "carla"} {
		marks := map[string]string{}
		hear := heardIn(marks)
		for _, said := range w.hears(login, w.streams(t)) {
			readable(t, said)
			hear("line by line", said)
		}
		heard[login] = len(marks)
	}
	if heard["dirk"] < 250 || heard["omar"] < 200 || heard["omar"] >= heard["dirk"] || heard["carla"] == 0 || heard["carla"] > 40 {
		t.Errorf("heard are %v marks", heard)
	}
}
