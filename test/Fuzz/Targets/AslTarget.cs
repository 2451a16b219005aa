using System.Text;
using System.Text.Json.Nodes;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Language;
using SonicBridge.Local.StepFunctions.Running;
using static SonicBridge.Fuzz.Targets.OracleException;

namespace SonicBridge.Fuzz.Targets;

/// <summary>A state machine's definition, and the paths and intrinsic functions in it.</summary>
internal sealed class AslTarget : IFuzzTarget
{
    private static readonly JsonObject s_context = new() { ["Execution"] = new JsonObject { ["Name"] = "one" } };
    private static readonly JsonNode s_data = JsonNode.Parse(
        """{"a":[1,2.5,"x",null,true,{"b":{"c":[3,4]}}],"b":"text","c":{"a":-1,"d":"{}"},"n":7,"":0}"""
    )!;

    private readonly List<ITaskIntegration> _integrations = [new LambdaIntegration(new NoLambda())];
    private readonly DefinitionReader _reader;

    public AslTarget()
    {
        _integrations.Add(
            new NestedExecutionIntegration(new StateMachines([], TimeProvider.System, new Random(Seed: 1)))
        );
        _reader = new DefinitionReader(_integrations);
    }

    public string Name => "asl";

    public string Oracle =>
        "accepted, or DefinitionRefusedException that names a place; what is accepted leads from its start to each state and is accepted again as it is written; its paths and templates yield a value or a failure of the language";

    public IReadOnlyDictionary<string, string[]> Code { get; } =
        new Dictionary<string, string[]>
        {
            ["sonicbridge-local"] =
            [
                "SonicBridge.Local.StepFunctions.Language.",
                "SonicBridge.Local.StepFunctions.Data.",
                "SonicBridge.Local.StepFunctions.Intrinsics.",
                "SonicBridge.Local.StepFunctions.Integrations.",
            ],
        };

    public IReadOnlyList<byte[]> Dictionary { get; } = [.. Words.JsonValues, .. AslWords.All];

    public int LongestInput => 8 * 1024;

    public long MostAllocated(int length) => 4_000_000 + (2000L * length);

    public IEnumerable<byte[]> Seeds(string repository) =>
        Directory
            .EnumerateFiles(Path.Join(repository, "statemachines"), "*.asl.json")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .Select(text => Encoding.UTF8.GetBytes(JsonNode.Parse(text)!.ToJsonString()))
            .Where(definition => definition.Length <= LongestInput);

    public void Run(ReadOnlySpan<byte> input)
    {
        var text = Encoding.UTF8.GetString(input);
        StateMachineDefinition definition;
        try
        {
            definition = _reader.Read(Substitutions.Apply(text, AslWords.Substitutions));
        }
        catch (DefinitionRefusedException e)
        {
            Hold(e.Message.StartsWith(e.Place, StringComparison.Ordinal), "A refusal names no place.");
            return;
        }

        HoldFlow(definition);
        try
        {
            var again = _reader.Read(JsonText.Write(JsonText.Parse(Substitutions.Apply(text, AslWords.Substitutions))));
            Hold(
                again.States.Keys.SequenceEqual(definition.States.Keys),
                "Written and read again it has other states."
            );
        }
        catch (DefinitionRefusedException e)
        {
            throw new OracleException($"Accepted, and refused when it is written again: {e.Message}");
        }
    }

    private static void HoldFlow(StateFlow flow)
    {
        Hold(flow.States.ContainsKey(flow.StartAt), "The flow starts nowhere.");
        foreach (var (name, state) in flow.States)
        {
            Hold(state.Name == name, "A state has another name than its own.");
            Hold(state.Next is null || flow.States.ContainsKey(state.Next), $"'{name}' leads nowhere.");
            Evaluate(state);
            switch (state)
            {
                case ParallelState parallel:
                    parallel.Branches.ToList().ForEach(HoldFlow);
                    break;
                case MapState map:
                    HoldFlow(map.ItemProcessor);
                    break;
            }
        }
    }

    /// <summary>Runs what is computed in a state on some data.</summary>
    private static void Evaluate(State state)
    {
        var scope = new DataScope(s_data, s_context, new Random(Seed: 1));
        _ = state.InputPath?.TryEvaluate(scope, out _);
        _ = state.OutputPath?.TryEvaluate(scope, out _);
        if (state is ResultState result)
        {
            Evaluated(() => result.Parameters?.Evaluate(scope));
            Evaluated(() => result.ResultSelector?.Evaluate(scope));
            _ = result.ResultPath?.TryWrite(s_data, JsonValue.Create(1), out _);
        }

        if (state is MapState map)
        {
            Evaluated(() => map.ItemsPath.Evaluate(scope));
            Evaluated(() => map.ItemSelector?.Evaluate(scope));
        }

        if (state is ChoiceState choice)
        {
            Evaluated(() => choice.Choices.FirstOrDefault(rule => ChoiceEvaluation.Holds(rule.Rule, scope))?.Next);
        }

        if (state is FailState fail)
        {
            Evaluated(() => fail.Error?.Evaluate(scope));
            Evaluated(() => fail.Cause?.Evaluate(scope));
        }
    }

    private static void Evaluated(Func<JsonNode?> value)
    {
        try
        {
            if (value() is { } node)
            {
                _ = JsonText.Write(node);
            }
        }
        catch (Exception e) when (e is StateFailedException or PathNotFoundException) { }
    }

    /// <summary>A definition is read, not run.</summary>
    private sealed class NoLambda : ILambdaInvoker
    {
        public Task<InvocationResult> InvokeAsync(
            string function,
            ReadOnlyMemory<byte> payload,
            CancellationToken cancellationToken
        ) => throw new OracleException("Reading a definition invoked a function.");
    }
}
