package command

import (
	"encoding/json"
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
	for _, row := range all {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString(cell)
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[i]-ansi.StringWidth(cell)+2))
			}
		}
		fmt.Fprintln(a.edge.Out, strings.TrimRight(b.String(), " "))
	}
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
