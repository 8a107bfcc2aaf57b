package command

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// print writes a value as JSON; text in it is exact.
func (a *app) print(v any) error {
	enc := json.NewEncoder(a.edge.Out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// printEach writes the values that come one by one as a JSON array, as print does,
// and holds none of them. Where nothing came before an error, nothing is written.
func (a *app) printEach(come func(one func(v any) error) error) error {
	out := bufio.NewWriter(a.edge.Out)
	var value bytes.Buffer
	enc := json.NewEncoder(&value)
	enc.SetEscapeHTML(false)
	enc.SetIndent("  ", "  ")
	before, after := "[\n  ", "[]\n"
	err := come(func(v any) error {
		value.Reset()
		if err := enc.Encode(v); err != nil {
			return err
		}
		_, err := out.WriteString(before + strings.TrimSuffix(value.String(), "\n"))
		before, after = ",\n  ", "\n]\n"
		return err
	})
	if err == nil {
		_, err = out.WriteString(after)
	}
	return errors.Join(err, out.Flush())
}

// say writes one line for a person, stripped of control sequences.
func (a *app) say(text string) { fmt.Fprintln(a.edge.Out, lang.PlainLines(text)) }

// table writes rows for a person in columns.
func (a *app) table(head []string, rows [][]string) {
	widths := make([]int, len(head))
	all := append([][]string{head}, rows...)
	for _, row := range all {
		for i, cell := range row {
			row[i] = lang.Plain(cell)
			widths[i] = max(widths[i], ansi.StringWidth(row[i]))
		}
	}
	var b strings.Builder
	for _, row := range all {
		line := ""
		for i, cell := range row {
			line += cell
			if i < len(row)-1 {
				line += strings.Repeat(" ", widths[i]-ansi.StringWidth(cell)+2)
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	fmt.Fprint(a.edge.Out, b.String())
}

// stamp is a moment in JSON: RFC 3339 in UTC, or null.
func stamp(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.UTC().Format(time.RFC3339)
	return &s
}

// login is somebody's login in JSON, or null.
func login(v office.Viewer) *string {
	if v.Login == "" {
		return nil
	}
	return &v.Login
}

func orNull[T ~string](s T) *string {
	if s == "" {
		return nil
	}
	v := string(s)
	return &v
}
