package main

import (
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"

	"leermoment/internal/command"
	"leermoment/internal/complaint"
	"leermoment/internal/office"
	"leermoment/store"
)

// keeper looks after the file as a whole, for the command line.
type keeper struct{ w wiring }

// Backup implements command.Keeper.
func (k keeper) Backup(ctx context.Context, file, to string) (c command.Content, err error) {
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return c, command.ErrNoFile
	}
	s, err := store.Open(ctx, file)
	if err != nil {
		return c, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	err = s.Backup(ctx, to, func(copied *store.Store) error {
		_, c, err = k.content(ctx, copied)
		return err
	})
	return c, err
}

// content reads all that is in a file.
func (k keeper) content(ctx context.Context, s *store.Store) (*office.Office, command.Content, error) {
	o := k.w.office(s, time.Now, rand.Reader)
	e, err := o.Examine(ctx)
	if err != nil {
		return nil, command.Content{}, err
	}
	c := command.Content{Examination: *e}
	if org, err := o.Organisation(ctx); err == nil { // what cannot be read is among the flaws
		c.Language = org.Language
	}
	return o, c, nil
}

// Restore implements command.Keeper.
func (k keeper) Restore(ctx context.Context, file, from string) (r command.Restoring, err error) {
	now, err := os.Stat(file)
	r.There = err == nil && now.Size() > 0
	copied, err := os.Stat(from)
	switch {
	case err != nil:
		return r, err
	case copied.IsDir():
		return r, fs.ErrNotExist
	case os.SameFile(now, copied):
		return r, complaint.Faults{{Field: "file", Key: "same-file"}}
	}
	if err := store.Free(ctx, file); err != nil {
		return r, err
	}
	half, err := store.Bring(ctx, from, file)
	if errors.Is(err, store.ErrForeign) {
		return r, complaint.Faults{{Field: "file", Key: "no-copy"}}
	}
	if err != nil {
		return r, err
	}
	r.Drop = func() error {
		if err := os.Remove(half); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := k.compare(ctx, &r, file, half); err != nil {
		return r, errors.Join(err, r.Drop())
	}
	r.Replace = func(ctx context.Context) (string, error) { return store.Swap(ctx, file, half, time.Now().In(k.w.zone)) }
	return r, nil
}

// compare reads the copy, and what the file holds beyond it.
func (k keeper) compare(ctx context.Context, r *command.Restoring, file, half string) (err error) {
	copied, err := store.OpenCopy(ctx, half)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, copied.Close()) }()
	theirs, content, err := k.content(ctx, copied)
	if r.Copy = content; err != nil || !r.There {
		return err
	}
	s, err := store.Open(ctx, file)
	if err == nil {
		defer func() { err = errors.Join(err, s.Close()) }()
		r.Lost, err = k.w.office(s, time.Now, rand.Reader).Beyond(ctx, theirs)
	}
	for _, broken := range []error{store.ErrDamaged, store.ErrMixed, store.ErrForeign, store.ErrDisk} {
		if errors.Is(err, broken) {
			r.Broken, err = err, nil
		}
	}
	return err
}

// Doctor implements command.Keeper.
func (k keeper) Doctor(ctx context.Context, file string) command.Condition {
	lies, err := store.ConditionOf(file)
	c := command.Condition{
		There: lies.There, Size: lies.Size, Free: lies.Free, FreeKnown: lies.FreeKnown, File: lies.File, Dir: lies.Dir,
		Network: lies.Network, Changed: lies.Changed, LastCopy: lies.Copy, Unexamined: err, Terminal: terminal(),
	}
	if !lies.There {
		return c
	}
	s, err := store.Open(ctx, file)
	if err != nil {
		c.Broken = err
		return c
	}
	c.Broken = s.Whole(ctx)
	if c.Broken == nil {
		_, c.Content, c.Broken = k.content(ctx, s)
	}
	if c.Broken == nil { // can it be written as well?
		c.Broken = s.Write(ctx, func(tx office.Tx) error { return tx.DropDraft(ctx, "") }) // takes away nothing
	}
	if err := s.Close(); c.Broken == nil {
		c.Broken = err
	}
	return c
}

func atTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// terminal is where the output goes.
func terminal() (t command.Terminal) {
	if t.There = atTerminal(os.Stdout); !t.There {
		return t
	}
	t.Width, t.Height, _ = term.GetSize(int(os.Stdout.Fd())) // 0×0 is too small, and said so
	switch colorprofile.Detect(os.Stdout, os.Environ()) {
	case colorprofile.TrueColor:
		t.Colours = "all"
	case colorprofile.ANSI256:
		t.Colours = "many"
	case colorprofile.ANSI:
		t.Colours = "sixteen"
	default:
		t.Colours = "none"
	}
	t.UTF8 = os.PathSeparator == '\\' // a terminal of Windows always does
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := os.Getenv(name); value != "" { // the first that is set decides
			letters := strings.ToLower(value)
			t.UTF8 = strings.Contains(letters, "utf-8") || strings.Contains(letters, "utf8")
			break
		}
	}
	return t
}
