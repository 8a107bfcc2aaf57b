package command

import (
	"bytes"
	"errors"
	"testing"
)

// What is written one by one reads as what is written at once.
func TestValuesOneByOneAreTheArrayOfThem(t *testing.T) {
	type pair struct {
		Name string   `json:"name"`
		Of   []string `json:"of"`
	}
	for _, values := range [][]pair{{}, {{"één <1>", nil}}, {{"a\n", []string{"x", "y"}}, {"b", []string{}}, {"", nil}}} {
		var atOnce, oneByOne bytes.Buffer
		if err := (&app{edge: Edge{Out: &atOnce}}).print(values); err != nil {
			t.Fatal(err)
		}
		err := (&app{edge: Edge{Out: &oneByOne}}).printEach(func(one func(v any) error) error {
			for _, v := range values {
				if err := one(v); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil || oneByOne.String() != atOnce.String() {
			t.Errorf("%v is written as %q, want %q", err, oneByOne.String(), atOnce.String())
		}
	}
}

// What fails before anything came writes nothing: on standard output no half array
// stands beside the error.
func TestWhatFailsAtOnceWritesNothing(t *testing.T) {
	var out bytes.Buffer
	fails := errors.New("not found")
	err := (&app{edge: Edge{Out: &out}}).printEach(func(func(any) error) error { return fails })
	if !errors.Is(err, fails) || out.Len() != 0 {
		t.Errorf("%v, and written is %q", err, out.String())
	}
}
