package main

import (
	"encoding/json"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"leermoment/internal/command"
)

// completed is what a shell is given to choose from: words, and what it is told
// about them.
func completed(t *testing.T, w *hostileWorld, args ...string) (words []string, all string) {
	t.Helper()
	code, out, errs := w.run("", append([]string{"__complete"}, args...)...)
	if code != command.Done {
		t.Fatalf("%v: %s", args, errs)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	for _, line := range lines[:len(lines)-1] { // the last says how the shell goes on
		word, _, _ := strings.Cut(line, "\t")
		words = append(words, word)
	}
	return words, out
}

// A shell runs what it is given: nothing that somebody outside wrote is among
// what it completes, and no sign that a shell knows.
func TestAShellIsGivenNothingFromOutside(t *testing.T) {
	t.Parallel()
	w := newHostileWorld(t)
	w.live()
	harmlessWord := regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._:=-]*$`)
	for _, login := range []string{"omar", "petra", "dirk"} {
		for _, args := range [][]string{
			{"show", ""}, {"actions", "M"}, {"do", "2026-003", ""}, {"do", "2026-003", "assign-owner", "--field", ""},
			{"do", "2026-003", "assign-owner", "--field", "owner="}, {"do", "2026-003", "link", "--field", "to="}, {"attachment", "2026-001", ""},
			{"new", "--field", "person_concerned="}, {"new", "--field", "category="}, {"staff", "disable", ""}, {"list", "--category", ""}, {"--as", ""},
			{"staff", "unkey", "dirk", ""}, {"show", attack}, {"do", attack, ""}, {"list", "--owner", attack},
		} {
			for i := range args {
				args[i] = strings.ReplaceAll(args[i], "\x00", "") // no argument holds a NUL
			}
			words, out := completed(t, w, append([]string{"--as", login}, args...)...)
			for _, word := range words {
				if !harmlessWord.MatchString(word) {
					t.Errorf("%s %.40q: the shell is given %q", login, args, word)
				}
			}
			harmless(t, "completion", strings.ReplaceAll(out, "\t", " "))
			if args[0] == "show" && args[1] == "" && !slices.Contains(words, "2026-003") {
				t.Errorf("%s is offered %v only", login, words)
			}
		}
	}
}

// What is completed are the numbers that somebody's own register has, with not a
// word of what anybody wrote.
func TestAShellIsGivenWhatThePersonMaySee(t *testing.T) {
	w := newMarkedWorld(t)
	w.live()
	for _, login := range []string{"omar", "petra", "joost", "carla", "dirk"} {
		_, out, errs := w.run("", "list", "--view", "all", "--json", "--as", login)
		var rows []struct{ Number string }
		if err := json.Unmarshal([]byte(out), &rows); err != nil {
			t.Fatal(err, errs)
		}
		words, all := completed(t, w.hostileWorld, "--as", login, "show", "2")
		for _, r := range rows {
			if !slices.Contains(words, r.Number) {
				t.Errorf("%s is not offered %s", login, r.Number)
			}
		}
		if len(words) != len(rows) {
			t.Errorf("%s sees %d complaints and is offered %v", login, len(rows), words)
		}
		for _, args := range [][]string{{"show", ""}, {"obligations", "N"}, {"do", words[0], ""}, {"do", words[0], "correct", "--field", ""}, {"new", "--field", "person_concerned="}, {"list", "--owner", ""}} {
			_, more := completed(t, w.hostileWorld, append([]string{"--as", login}, args...)...)
			all += more
		}
		if marks := leakMark.FindAllString(all, -1); marks != nil {
			t.Errorf("%s reads %v", login, marks)
		}
	}
}

// At the other end of a line nothing is completed, and nothing is written.
func TestNoCompletionOverSSH(t *testing.T) {
	w := newMarkedWorld(t)
	w.serves()
	c, err := w.dials("dirk")
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, line := range []string{"__complete show ''", "__completeNoDesc show ''", "--lang nl __complete show ''", "completion bash", "man", "man --dir /tmp"} {
		s, err := c.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		out, err := s.CombinedOutput(line)
		var exit *gossh.ExitError
		if !errors.As(err, &exit) || exit.ExitStatus() != command.BadInput || !regexp.MustCompile(`^De (opdracht|optie) \S+ is er niet`).Match(out) {
			t.Errorf("%s: %v %q", line, err, out)
		}
	}
}
