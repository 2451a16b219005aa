using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.View.Graph;

/// <summary>A way from one state of a flow to another.</summary>
internal sealed record Transition(string From, string To, TransitionKind Kind)
{
    /// <summary>The ways of a flow, of the flows within its states none; two of the same ends are one.</summary>
    public static IReadOnlyList<Transition> Of(StateFlow flow) =>
        [.. flow.States.Values.SelectMany(Of).DistinctBy(static way => (way.From, way.To))];

    private static IEnumerable<Transition> Of(State state)
    {
        if (state.Next is { } next)
        {
            yield return new Transition(state.Name, next, TransitionKind.Next);
        }

        if (state is ChoiceState choice)
        {
            foreach (var to in choice.Choices.Select(static entry => entry.Next).Append(choice.Default))
            {
                if (to is not null)
                {
                    yield return new Transition(state.Name, to, TransitionKind.Choice);
                }
            }
        }

        foreach (var catcher in (state as FallibleState)?.Catch ?? [])
        {
            yield return new Transition(state.Name, catcher.Next, TransitionKind.Catch);
        }
    }
}

internal enum TransitionKind
{
    Next,
    Choice,
    Catch,
}
