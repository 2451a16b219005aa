using CsCheck;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.Tests.View.Graph;

/// <summary>Flows of any shape: loops, leaps, states beside and within each other.</summary>
internal static class AFlow
{
    private const int MostStates = 12;
    private static readonly ChoiceRule s_rule = new TypeRule(PathExpression.ParsePath("$"), "IsPresent", true);
    private static readonly TaskResource s_resource = TaskResource.Parse("arn:aws:states:::lambda:invoke");

    public static Gen<StateFlow> Any { get; } =
        Gen.Int[0, int.MaxValue - 1].Select(static seed => Build(new Random(seed), "s", depth: 0));

    private static StateFlow Build(Random random, string prefix, int depth)
    {
        var count = random.Next(1, MostStates >> depth);
        var states = Enumerable
            .Range(0, count)
            .Select(i => State(random, $"{prefix}{i}", To, depth))
            .ToDictionary(static state => state.Name, StringComparer.Ordinal);
        return Reachable(new StateFlow($"{prefix}0", states));

        string To() => $"{prefix}{random.Next(count)}";
    }

    private static State State(Random random, string name, Func<string> to, int depth) =>
        random.Next(depth == 2 ? 4 : 6) switch
        {
            0 => new SucceedState { Name = name },
            1 => new ChoiceState
            {
                Name = name,
                Choices = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new Choice(s_rule, to()))],
                Default = to(),
            },
            4 => new ParallelState
            {
                Name = name,
                Branches =
                [
                    .. Enumerable.Range(0, random.Next(1, 4)).Select(i => Build(random, $"{name}.{i}.", depth + 1)),
                ],
                Next = to(),
                Catch = Catchers(random, to),
            },
            5 => new MapState
            {
                Name = name,
                ItemProcessor = Build(random, $"{name}.", depth + 1),
                ItemsPath = PathExpression.ParsePath("$"),
                MaxConcurrency = new WholeNumber("MaxConcurrency", 0, null),
                Catch = Catchers(random, to),
            },
            _ => new TaskState
            {
                Name = name,
                Resource = s_resource,
                Next = random.Next(5) == 0 ? null : to(),
                Catch = Catchers(random, to),
            },
        };

    private static IReadOnlyList<Catcher> Catchers(Random random, Func<string> to) =>
        random.Next(2) == 0 ? [] : [new Catcher(["States.ALL"], to(), null)];

    // A definition with a state that no way leads to is refused before it could be drawn.
    private static StateFlow Reachable(StateFlow flow)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { flow.StartAt };
        var open = new Queue<string>(reached);
        var ways = SonicBridge
            .Local.View.Graph.Transition.Of(flow)
            .ToLookup(static way => way.From, StringComparer.Ordinal);
        while (open.TryDequeue(out var name))
        {
            foreach (var way in ways[name].Where(way => reached.Add(way.To)))
            {
                open.Enqueue(way.To);
            }
        }

        return flow with
        {
            States = flow.States.Where(state => reached.Contains(state.Key)).ToDictionary(StringComparer.Ordinal),
        };
    }
}
