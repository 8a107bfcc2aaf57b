package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// kept is how many daily copies stay.
const kept = 7

const (
	dailyEnd = ".backup"
	halfEnd  = ".half"
)

// DailyCopy puts a checked copy of the file beside it at the first use of a
// day, FILE.2026-11-24.backup, and keeps the last seven. The day is that of now
// in its own time zone.
func (s *Store) DailyCopy(ctx context.Context, now time.Time) error {
	today := now.Format(time.DateOnly)
	name := s.path + "." + today + dailyEnd
	if _, err := os.Stat(name); err == nil {
		return nil
	}
	// two programs may do this at once: each has its own half, either is good
	half, err := checkedCopy(ctx, looking(s.path), s.path, "."+today+".*"+halfEnd)
	if err != nil {
		return err
	}
	if err := os.Rename(half, name); err != nil {
		return errors.Join(named(err), os.Remove(half))
	}
	if err := folderToDisk(filepath.Dir(name)); err != nil {
		return named(err)
	}
	return s.tidy(today)
}

// tidy removes all but the last copies, and what an earlier day left half done.
func (s *Store) tidy(today string) error {
	entries, err := os.ReadDir(filepath.Dir(s.path))
	if err != nil {
		return err
	}
	var copies, gone []string
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), filepath.Base(s.path)+".")
		day, end, _ := strings.Cut(rest, ".")
		if _, err := time.Parse(time.DateOnly, day); err != nil || !ours {
			continue
		}
		switch {
		case "."+end == dailyEnd:
			copies = append(copies, e.Name())
		case strings.HasSuffix(strings.TrimSuffix(end, journalEnd), halfEnd) && day < today:
			gone = append(gone, e.Name())
		}
	}
	slices.Sort(copies)
	gone = append(gone, copies[:max(0, len(copies)-kept)]...)
	for _, g := range gone {
		if err := os.Remove(filepath.Join(filepath.Dir(s.path), g)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
