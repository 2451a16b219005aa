using SonicBridge.Local.Tests;
using Xunit.Sdk;
using Xunit.v3;

// A call in real time leaves the processor idle for most of it.
[assembly: Parallelization(MaxThreads = 4)]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace SonicBridge.Local.Tests;

/// <summary>Begins with the calls in real time and the migrations, so that none of them is left for the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] s_long = [".Migration.", ".EndToEnd."];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection =>
        [
            .. testCollections.OrderBy(static collection =>
                !s_long.Any(part => collection.TestCollectionDisplayName.Contains(part, StringComparison.Ordinal))
            ),
        ];
}
