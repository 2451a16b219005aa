using Xunit.Sdk;
using Xunit.v3;

namespace SonicBridge.Local.Tests.Migration;

/// <summary>Runs what takes the class's account apart after what looks at it.</summary>
public sealed class WayBackLast : ITestMethodOrderer
{
    /// <summary>The trait of a test that runs last.</summary>
    public const string Trait = "last";

    public IReadOnlyCollection<TTestMethod?> OrderTestMethods<TTestMethod>(
        IReadOnlyCollection<TTestMethod?> testMethods
    )
        where TTestMethod : notnull, ITestMethod =>
        [.. testMethods.OrderBy(static method => method?.Traits.ContainsKey(Trait) ?? false)];
}
