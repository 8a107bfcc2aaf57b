package main

import (
	"context"
	"time"
)

// dailyLook is how often an open program looks whether the day has its copy.
const dailyLook = time.Hour

// aMoment is how long a program on the screen is left alone before that: what somebody
// does first shall not share the disk with it.
const aMoment = 3 * time.Second

// keepDaily makes the copy of each day while a program is open, from a while after it
// was opened, beside what people do in it: neither the first screen nor a change waits
// for it. Why one could not be made is told once. The function that it gives ends it, and cuts short a copy that
// is being made; nothing of that stays.
func keepDaily(ctx context.Context, after time.Duration, daily func(context.Context) error, told func(error)) (end func()) {
	if daily == nil {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		again := time.NewTimer(after)
		defer again.Stop()
		last := ""
		for {
			select {
			case <-ctx.Done():
				return
			case <-again.C:
				again.Reset(dailyLook)
			}
			if err := daily(ctx); err != nil && ctx.Err() == nil && err.Error() != last {
				last = err.Error()
				told(err)
			}
		}
	}()
	return func() {
		cancel()
		<-done
	}
}
