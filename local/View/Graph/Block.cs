using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.View.Graph;

/// <summary>A state's box before it has a place: its own words, and beneath them the flows within it.</summary>
/// <param name="Inner">The flows, placed within the box.</param>
internal sealed record Block(State State, float Width, float Height, float SideAt, IReadOnlyList<FlowPlan> Inner)
{
    private const float Padding = 14;
    private const float Gap = 6;

    /// <param name="measure">How much room a state's own words take.</param>
    public static Block Of(State state, Func<State, Area> measure)
    {
        var words = measure(state);
        IReadOnlyList<StateFlow> flows = state switch
        {
            ParallelState parallel => parallel.Branches,
            MapState map => [map.ItemProcessor],
            _ => [],
        };
        if (flows.Count == 0)
        {
            return new Block(state, words.Width, words.Height, words.Height / 2, []);
        }

        var plans = flows.Select(flow => FlowLayout.Of(flow, measure)).ToList();
        var inside = plans.Sum(static plan => plan.Width) + (Padding * (plans.Count - 1));
        var width = Math.Max(words.Width, inside + (2 * Padding));
        var x = (width - inside) / 2;
        var inner = new List<FlowPlan>();
        foreach (var plan in plans)
        {
            inner.Add(plan.MovedBy(x, words.Height + Gap));
            x += plan.Width + Padding;
        }

        var height = words.Height + Gap + plans.Max(static plan => plan.Height) + Padding;
        return new Block(state, width, height, words.Height / 2, inner);
    }
}
