package storetest

import (
	"testing"

	"pgregory.net/rapid"

	"leermoment/internal/office"
)

// pagesMakeTheWhole draws a register and reads each view page by page: that is
// what is read at once, and each complaint comes once.
func pagesMakeTheWhole(t *testing.T, s office.Store) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []office.Row
		for i := range 14 {
			rows = append(rows, anyRow(t, i+1))
		}
		project(t, s, rows...)
		q := office.Query{View: rapid.SampledFrom(office.Views()).Draw(t, "view"), Sight: anySight(t), Now: now, Steps: stepsInOrder,
			Search: rapid.SampledFrom([]string{"", "", "koud"}).Draw(t, "search"), Owner: rapid.SampledFrom([]string{"", "", "p1"}).Draw(t, "owner"),
			Order: office.Order{By: rapid.SampledFrom(append(office.Columns(), "", "", "", "")).Draw(t, "by")}}
		want := numbers(t, s, q)
		q.Limit = rapid.IntRange(1, 5).Draw(t, "limit")
		var got []string
		for {
			page := lines(t, s, q)
			for _, l := range page {
				got = append(got, l.Number)
			}
			if len(page) < q.Limit || len(got) > len(want) {
				break
			}
			q.After, q.Offset = &page[len(page)-1], len(got)
		}
		same(t, want, got)
		q.After, q.Offset, q.Limit = nil, 0, 0
		if q.Search == "" && q.Order.By == "" {
			same(t, len(want), counts(t, s, q)[q.View])
		}
	})
}

// anySight is somebody who may hold roles, stand in for somebody, or do what is
// another's.
func anySight(t *rapid.T) office.Sight {
	var names []string
	for _, n := range []string{"manager", "leader", "director"} {
		if rapid.Bool().Draw(t, n) {
			names = append(names, n)
		}
	}
	sight := holding("p1", names...)
	sight.All, sight.Personnel = rapid.Bool().Draw(t, "sees all"), rapid.Bool().Draw(t, "personnel")
	sight.Instead = rapid.SampledFrom([]string{"", "login-p2"}).Draw(t, "instead")
	if rapid.IntRange(0, 3).Draw(t, "stands in") == 0 {
		sight.StandsInFor = []office.StoodIn{{ID: "p2", Login: "login-p2"}}
	}
	return sight
}
