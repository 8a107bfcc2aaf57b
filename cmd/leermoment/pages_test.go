package main

import (
	"context"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/ui/uitest"
)

var further = regexp.MustCompile(`202 van [34]\d\d`)

var rowNumber = regexp.MustCompile(`20\d\d-\d{3,}`)

// walked are the numbers of a list, from its beginning to its end.
func walked(d *uitest.Driver) (numbers []string) {
	for before := ""; before != d.Screen(); d.Press("pgdown") {
		before = d.Screen()
		for _, line := range strings.Split(before, "\n")[4:] {
			if n := rowNumber.FindString(line); n != "" && !slices.Contains(numbers, n) {
				numbers = append(numbers, n)
			}
		}
	}
	return numbers
}

// A register of more complaints than are read at once is walked to its end: every
// complaint is met, in the order in which the office gives them all; it says that
// there is more, and who changes something meanwhile does not take somebody away
// from where he is.
func TestTheRegisterIsReadAsFarAsSomebodyMoves(t *testing.T) {
	t.Parallel()
	w, _ := bulk(t, 500, func(context.CancelFunc, int) {})
	for view, tabs := range map[office.View]int{office.Todo: 0, office.CompletedView: 5, office.All: 6} {
		page, err := w.office.List(w.ctx, w.viewer("annelies"), office.Query{View: view})
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, l := range page.Lines {
			want = append(want, l.Number)
		}
		d := w.sit("annelies", 80, 24, lang.NL)
		d.Press(slices.Repeat([]string{"tab"}, tabs)...)
		if !strings.Contains(d.Screen(), " van 200+") {
			t.Errorf("%s does not say that there is more:\n%s", view, d.Screen())
		}
		d.Press("end", "down", "down")
		w.hear()
		if !further.MatchString(d.Screen()) {
			t.Errorf("%s is not where it was:\n%s", view, d.Screen())
		}
		d.Press("home")
		if got := walked(d); view != office.Todo && !reflect.DeepEqual(want, got) || len(got) < len(want) {
			t.Errorf("%s: walked %d complaints of %d, or in another order\n%v\n%v", view, len(got), len(want), want, got)
		}
	}
}
