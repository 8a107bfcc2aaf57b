package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"leermoment/internal/procedure"
)

// print writes what was measured as a table that can stand in a README.
func (b *bench) print(out io.Writer) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "Measured by `leermoment bench` on %s: %s, %d cores, %s/%s, %s; medians of %d rounds.\n\n",
		time.Now().Format(time.DateOnly), processor(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version(), b.rounds)
	head, rule := []string{"what"}, []string{"---"}
	for _, f := range b.files {
		head, rule = append(head, thousands(f.complaints)), append(rule, "---:")
	}
	head, rule = append(head, "held against", "ratio", "bar", ""), append(rule, "---", "---:", "---:", "---")
	tableRow(w, head)
	tableRow(w, rule)
	for _, l := range b.lines {
		tableRow(w, b.cells(l))
	}
	return w.Flush()
}

func tableRow(w io.Writer, cells []string) { fmt.Fprintf(w, "| %s |\n", strings.Join(cells, " | ")) }

// cells are a line of the table: the last file against the first, or against what
// it is compared with.
func (b *bench) cells(l benchLine) []string {
	cells := []string{l.what}
	for i := range b.files {
		if i < len(l.took) {
			cells = append(cells, short(l.took[i]))
		} else {
			cells = append(cells, "")
		}
	}
	if len(l.took) == 0 {
		return append(cells, "", "", "", "")
	}
	against, with := l.took[0], ""
	if l.against > 0 {
		against, with = l.against, fmt.Sprintf("%s, %s", l.with, short(l.against))
	} else if len(b.files) > 1 {
		with = thousands(b.files[0].complaints)
	}
	ratio := float64(l.took[len(l.took)-1]) / float64(max(against, 1))
	cells = append(cells, with, strconv.FormatFloat(ratio, 'f', 2, 64))
	switch {
	case l.bar == 0:
		return append(cells, "", "")
	case ratio <= l.bar:
		return append(cells, strconv.FormatFloat(l.bar, 'g', -1, 64), "holds")
	}
	return append(cells, strconv.FormatFloat(l.bar, 'g', -1, 64), "does not hold")
}

// short is a duration with three figures.
func short(d time.Duration) string {
	switch {
	case d >= time.Second:
		return fmt.Sprintf("%.2f s", d.Seconds())
	case d >= 999_500: // of which three figures are a millisecond
		return fmt.Sprintf("%.3g ms", float64(d)/float64(time.Millisecond))
	}
	return fmt.Sprintf("%.3g µs", float64(d)/float64(time.Microsecond))
}

// thousands is a number as people read it.
func thousands(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// processor is how this machine's is called.
func processor() string {
	text, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return runtime.GOARCH
	}
	for line := range strings.Lines(string(text)) {
		if name, ok := strings.CutPrefix(line, "model name"); ok {
			return strings.Trim(name, "\t :\n")
		}
	}
	return runtime.GOARCH
}

func everyRole() []procedure.Role {
	return []procedure.Role{procedure.OfficeManager, procedure.ProjectLeader, procedure.Director}
}
