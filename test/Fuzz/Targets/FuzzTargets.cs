namespace SonicBridge.Fuzz.Targets;

/// <summary>All targets.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
    [
        new MkvTarget(),
        new SonicEventTarget(),
        new EventStreamTarget(),
        new WavTarget(),
        new FlowTarget(),
        new AslTarget(),
    ];

    public static IFuzzTarget Named(string name) => All.Single(target => target.Name == name);
}
