package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// Condition is how a file lies on its disk.
type Condition struct {
	There     bool
	File, Dir fs.FileMode // permissions; 0 where the system has no such thing
	Size      uint64      // bytes
	Free      uint64      // bytes on the disk for this user
	FreeKnown bool
	Network   bool
	Changed   time.Time // the last change; zero where there is no file
	Copy      time.Time // the last daily copy; zero where there is none
}

// ConditionOf looks at how a file lies on its disk and reads nothing of it.
func ConditionOf(path string) (c Condition, err error) {
	dir := filepath.Dir(path)
	c.Network = onNetwork(dir)
	c.Free, c.FreeKnown = free(dir)
	folder, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return c, named(err)
	}
	file, err := os.Stat(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return c, named(err)
	}
	c.There = err == nil
	if runtime.GOOS != "windows" {
		c.Dir = folder.Mode()
	}
	if c.There {
		c.Changed, c.Size = file.ModTime(), uint64(file.Size())
		if runtime.GOOS != "windows" {
			c.File = file.Mode()
		}
	}
	if log, err := os.Stat(path + walEnd); err == nil && log.ModTime().After(c.Changed) {
		c.Changed = log.ModTime()
	}
	return c, c.copies(path)
}

// copies looks for the daily copies.
func (c *Condition) copies(path string) error {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return named(err)
	}
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), filepath.Base(path)+".")
		day, daily := strings.CutSuffix(rest, dailyEnd)
		if _, err := time.Parse(time.DateOnly, day); err != nil || !ours || !daily {
			continue
		}
		info, err := e.Info()
		if err != nil {
			continue // just tidied up by another program
		}
		if info.ModTime().After(c.Copy) {
			c.Copy = info.ModTime()
		}
	}
	return nil
}
