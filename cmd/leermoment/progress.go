package main

import (
	"fmt"
	"io"
	"os"

	"charm.land/bubbles/v2/progress"
)

// bar shows on a terminal how far a long work has come; elsewhere it is silent.
type bar struct {
	out  io.Writer
	bar  progress.Model
	last int // percent that was shown
}

// many is from where on a demo takes long enough to be watched.
const many = 2000

func (w wiring) bar(complaints int) *bar {
	info, err := os.Stderr.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 || complaints < many {
		return &bar{out: io.Discard}
	}
	plain := progress.WithFillCharacters('#', '.')
	return &bar{out: os.Stderr, bar: progress.New(progress.WithWidth(50), plain, progress.WithColors()), last: -1}
}

func (b *bar) show(done, of int) {
	if percent := done * 100 / max(1, of); percent != b.last && b.out != io.Discard {
		b.last = percent
		fmt.Fprintf(b.out, "\r%s", b.bar.ViewAs(float64(done)/float64(max(1, of))))
	}
}

func (b *bar) end() {
	if b.last >= 0 {
		fmt.Fprintln(b.out)
	}
}
