package event

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
)

// ErrUnknown says that a stored event's name is not in the table: the file is
// of a newer program or not ours.
var ErrUnknown = errors.New("unknown event")

// Codec writes and reads the events of one kind of stream.
type Codec struct{ table map[string]reflect.Type }

// NewCodec makes a codec for these events; each is given as a zero value.
func NewCodec(events ...Event) Codec {
	table := make(map[string]reflect.Type, len(events))
	for _, e := range events {
		if _, twice := table[e.EventName()]; twice {
			panic("event: two events are named " + e.EventName())
		}
		table[e.EventName()] = reflect.TypeOf(e)
	}
	return Codec{table}
}

// Names are the names on disk that the codec knows.
func (c Codec) Names() []string {
	names := make([]string, 0, len(c.table))
	for name := range c.table {
		names = append(names, name)
	}
	return names
}

// Zero is an empty event of that name.
func (c Codec) Zero(name string) (Event, error) {
	t, ok := c.table[name]
	if !ok {
		return nil, fmt.Errorf("%w %q", ErrUnknown, name)
	}
	return reflect.New(t).Elem().Interface().(Event), nil
}

// Split writes an event as two JSON objects. A field goes to the figures when
// it carries the tag `part:"figure"`, otherwise to the personal content; empty
// fields are left out.
func Split(e Event) (figures, personal []byte, err error) {
	v := reflect.ValueOf(e)
	var figure, rest []string
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if v.Field(i).IsZero() {
			continue
		}
		value, err := marshal(v.Field(i).Interface())
		if err != nil {
			return nil, nil, fmt.Errorf("event %s, field %s: %w", e.EventName(), f.Name, err)
		}
		pair := fmt.Sprintf("%q:%s", fieldName(f), value)
		if IsFigure(f) {
			figure = append(figure, pair)
		} else {
			rest = append(rest, pair)
		}
	}
	return object(figure), object(rest), nil
}

// IsFigure says whether a field of an event is declared a figure.
func IsFigure(f reflect.StructField) bool { return f.Tag.Get("part") == "figure" }

func fieldName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "" {
		return f.Name
	}
	return name
}

func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

func object(pairs []string) []byte { return []byte("{" + strings.Join(pairs, ",") + "}") }

// Decode reads an event back from its two parts; a destroyed personal part
// (nil) leaves those fields empty.
func (c Codec) Decode(name string, figures, personal []byte) (Event, error) {
	t, ok := c.table[name]
	if !ok {
		return nil, fmt.Errorf("%w %q", ErrUnknown, name)
	}
	v := reflect.New(t)
	for _, part := range [][]byte{figures, personal} {
		if len(part) == 0 {
			continue
		}
		if err := json.Unmarshal(part, v.Interface()); err != nil {
			return nil, fmt.Errorf("event %s: %w", name, err)
		}
	}
	return v.Elem().Interface().(Event), nil
}

// Open reads one stored fact back.
func (c Codec) Open(e Envelope) (Recorded, error) {
	ev, err := c.Decode(e.Name, e.Figures, e.Personal)
	if err != nil {
		return Recorded{}, fmt.Errorf("%s, fact %d: %w", e.Stream, e.Seq, err)
	}
	return Recorded{e.Seq, e.HappenedAt, e.RecordedAt, e.Actor, e.For, ev}, nil
}

// OpenAll reads a stream back.
func (c Codec) OpenAll(stream []Envelope) ([]Recorded, error) {
	out := make([]Recorded, 0, len(stream))
	for _, e := range stream {
		r, err := c.Open(e)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// Seal turns a recorded fact into what is stored; random gives the salt.
func Seal(stream string, r Recorded, random io.Reader) (Envelope, error) {
	figures, personal, err := Split(r.Event)
	if err != nil {
		return Envelope{}, err
	}
	salt := make([]byte, 16)
	if _, err := io.ReadFull(random, salt); err != nil {
		return Envelope{}, fmt.Errorf("no random salt: %w", err)
	}
	f := sha256.Sum256(figures)
	p := sha256.Sum256(append(append([]byte{}, salt...), personal...))
	return Envelope{
		Stream: stream, Seq: r.Seq, HappenedAt: r.HappenedAt, RecordedAt: r.RecordedAt, Actor: r.Actor, For: r.For,
		Name: r.Event.EventName(), Figures: figures, Personal: personal, Salt: salt,
		FiguresDigest: f[:], PersonalDigest: p[:],
	}, nil
}
