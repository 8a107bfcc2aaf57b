package office

import (
	"context"
	"time"

	"leermoment/internal/event"
	"leermoment/internal/organisation"
	"leermoment/internal/procedure"
)

// namer gives the name that an item of a list had at a moment.
type namer func(at time.Time, list procedure.List, id string) procedure.Text

// thenNames gives the names of their time: those in the procedure that was in
// force then; what that one lacks is called as in the first that knows it.
func (o *Office) thenNames(ctx context.Context, tx Tx) (namer, error) {
	facts, err := o.facts(ctx, tx, organisation.Stream, organisation.Codec())
	if err != nil {
		return nil, err
	}
	type stand struct {
		from  time.Time
		rules *procedure.Procedure
	}
	var stands []stand
	for _, r := range facts {
		digest, ok := digestOf(r.Event)
		if !ok {
			continue
		}
		p, err := o.procedure(ctx, tx, digest)
		if err != nil {
			return nil, err
		}
		stands = append(stands, stand{r.RecordedAt, p})
	}
	return func(at time.Time, list procedure.List, id string) (then procedure.Text) {
		for _, s := range stands {
			if i, ok := s.rules.Item(list, id); ok && (!s.from.After(at) || then == procedure.Text{}) {
				then = i.Title
			}
		}
		return then
	}, nil
}

// digestOf is the procedure that a fact puts in force.
func digestOf(e event.Event) (digest string, ok bool) {
	switch e := e.(type) {
	case organisation.ProcedureAdoptedEvent:
		return e.Digest, true
	case organisation.NumberSetEvent:
		return e.Digest, true
	case organisation.ListChangedEvent:
		return e.Digest, true
	}
	return "", false
}

// ItemKey is under what EventView.Items has the name of an item.
func ItemKey(list, id string) string { return list + "/" + id }

// name gives a fact the names of the categories and causes in it.
func (v *EventView) name(then namer) {
	v.Items = map[string]procedure.Text{}
	add := func(list procedure.List, value any) {
		if id, ok := value.(string); ok && id != "" {
			if t := then(v.RecordedAt, list, id); t != (procedure.Text{}) {
				v.Items[ItemKey(string(list), id)] = t
			}
		}
	}
	for _, list := range procedure.Lists() {
		add(list, v.Data[string(list)])
	}
	changes, _ := v.Data["changes"].([]any)
	for _, c := range changes {
		if change, ok := c.(map[string]any); ok && change["field"] == string(procedure.CategoryList) {
			add(procedure.CategoryList, change["old"])
			add(procedure.CategoryList, change["new"])
		}
	}
}
