package action

import (
	"context"
	"sync"

	"leermoment/internal/office"
)

// keeper saves the draft of one form. Saves may run at the same time and end in
// any order: the newest stands, there is never more than one draft of a form,
// and after the form was recorded or thrown away nothing is saved any more.
type keeper struct {
	mu     sync.Mutex
	id     string // of the draft, once there is one
	newest int    // of the saves that were kept
	gone   bool
}

// resume goes on with a draft that is there.
func (k *keeper) resume(id string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.id = id
}

// save keeps the nth state of the form.
func (k *keeper) save(ctx context.Context, c Config, d office.Draft, n int) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.gone || n < k.newest {
		return nil
	}
	d.ID = k.id
	id, err := c.Office.SaveDraft(ctx, c.Viewer, d)
	if err == nil {
		k.id, k.newest = id, n
	}
	return err
}

// end ends the draft with what records the form or throws it away.
func (k *keeper) end(do func(draft string) error) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	err := do(k.id)
	k.gone = k.gone || err == nil
	return err
}
