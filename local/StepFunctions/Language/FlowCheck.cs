namespace SonicBridge.Local.StepFunctions.Language;

/// <summary>Follows a flow's transitions: each has to lead to a state, and each state has to be reached by one.</summary>
internal static class FlowCheck
{
    /// <exception cref="DefinitionRefusedException">A transition leads nowhere, or a state is never reached.</exception>
    public static void Check(string startAt, IReadOnlyDictionary<string, State> states, string place)
    {
        if (!states.ContainsKey(startAt))
        {
            throw new DefinitionRefusedException($"{place}/StartAt", $"there is no state '{startAt}'.");
        }

        var reached = new HashSet<string>(StringComparer.Ordinal) { startAt };
        var open = new Queue<string>([startAt]);
        while (open.TryDequeue(out var name))
        {
            foreach (var next in Successors(states[name]))
            {
                if (!states.ContainsKey(next))
                {
                    throw new DefinitionRefusedException(
                        $"{place}/States/{name}",
                        $"there is no state '{next}' to go to."
                    );
                }

                if (reached.Add(next))
                {
                    open.Enqueue(next);
                }
            }
        }

        if (states.Keys.FirstOrDefault(name => !reached.Contains(name)) is { } lost)
        {
            throw new DefinitionRefusedException($"{place}/States/{lost}", "no transition leads to this state.");
        }
    }

    private static IEnumerable<string> Successors(State state)
    {
        if (state.Next is not null)
        {
            yield return state.Next;
        }

        if (state is ChoiceState choice)
        {
            foreach (var next in choice.Choices.Select(static entry => entry.Next))
            {
                yield return next;
            }

            if (choice.Default is not null)
            {
                yield return choice.Default;
            }
        }

        if (state is FallibleState fallible)
        {
            foreach (var catcher in fallible.Catch)
            {
                yield return catcher.Next;
            }
        }
    }
}
