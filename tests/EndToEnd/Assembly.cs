using EndToEnd.Harness;

[assembly: AssemblyFixture(typeof(Browser))]

// A journey mostly waits for a browser to draw: two at a time share two cores well, a third would only make all slow.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
