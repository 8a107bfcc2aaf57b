package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// kept is how many daily copies stay.
const kept = 7

// DailyCopy puts a checked copy of the file beside it at the first use of a
// day, FILE.2026-11-24.backup, and keeps the last seven.
func (s *Store) DailyCopy(ctx context.Context, now time.Time) error {
	name := fmt.Sprintf("%s.%s.backup", s.path, now.Format(time.DateOnly))
	if _, err := os.Stat(name); err == nil {
		return nil
	}
	half := fmt.Sprintf("%s.%d.half", name, os.Getpid()) // two programs may do this at once
	if err := copyChecked(ctx, s.write, half); err != nil {
		return err
	}
	if err := os.Rename(half, name); err != nil {
		return err
	}
	copies, err := filepath.Glob(globEscape(s.path) + ".????-??-??.backup")
	if err != nil {
		return err
	}
	slices.Sort(copies)
	for len(copies) > kept {
		if err := os.Remove(copies[0]); err != nil && !os.IsNotExist(err) {
			return err
		}
		copies = copies[1:]
	}
	return nil
}

func globEscape(path string) string {
	var out []rune
	for _, r := range path {
		if r == '*' || r == '?' || r == '[' || r == '\\' {
			out = append(out, '\\')
		}
		out = append(out, r)
	}
	return string(out)
}
