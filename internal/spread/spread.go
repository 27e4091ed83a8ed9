// Package spread does the same for many, on as many of the machine's processors as it
// may have.
package spread

import (
	"context"
	"errors"
	"runtime"
	"sync"
)

// Over does something for each number below n, in no order: as many at once as the
// program has processors, and at most so many (0: no limit of its own). It waits for
// all that it began, and begins no more once ctx is done. The error joins those of all,
// in the order of their numbers, and why ctx is done.
func Over(ctx context.Context, n, most int, do func(i int) error) error {
	workers := min(runtime.GOMAXPROCS(0), n)
	if most > 0 {
		workers = min(workers, most)
	}
	errs := make([]error, n)
	next := make(chan int)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := range next {
				errs[i] = do(i)
			}
		})
	}
	for i := 0; i < n && ctx.Err() == nil; i++ {
		select {
		case next <- i:
		case <-ctx.Done():
		}
	}
	close(next)
	wg.Wait()
	return errors.Join(append(errs, context.Cause(ctx))...)
}
