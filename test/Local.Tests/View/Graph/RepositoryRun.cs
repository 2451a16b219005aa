using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Running;
using SonicBridge.Local.Tests.StepFunctions;

namespace SonicBridge.Local.Tests.View.Graph;

/// <summary>The repository's state machines, run with functions that take their time and answer as they are told.</summary>
internal sealed partial class RepositoryRun : ILambdaInvoker
{
    private const string Answer =
        """{"folder":"s3://b/m/1/","dryRun":false,"sealed":false,"migrated":false,"canary":true,"percentages":[10,50,100],"bakeSeconds":301,"pollSeconds":16,"drainSeconds":21,"finished":true,"note":"","address":"a","summary":"s","contactId":"c","at":"t","done":true,"detail":"d","Cause":"It broke, in a sentence."}""";

    private readonly ConcurrentDictionary<
        string,
        ConcurrentQueue<(double Seconds, string? Error, string? Fields)>
    > _scripts = new(StringComparer.Ordinal);

    public RepositoryRun()
    {
        Machines = new StateMachines([new LambdaIntegration(this)], Time, new NoJitter());
        foreach (var file in Directory.EnumerateFiles(Path.Combine(CallMachine.Root(), "statemachines"), "*.asl.json"))
        {
            var name = Path.GetFileName(file).Split('.')[0];
            var filled = Placeholder()
                .Replace(File.ReadAllText(file), static match => ArnOf(match.Groups["name"].Value));
            Machines.Load($"nova-sonic-{name}", filled, new Dictionary<string, string>(StringComparer.Ordinal));
        }
    }

    public VirtualTime Time { get; } = new();

    public StateMachines Machines { get; }

    /// <summary>One more call of a function: how long it takes, and which fields of its answer are others than usual.</summary>
    public RepositoryRun Takes(string function, double seconds, string fields = "{}") =>
        Add(function, (seconds, null, fields));

    public RepositoryRun Fails(string function, double seconds, string error) => Add(function, (seconds, error, null));

    /// <summary>Runs a machine to its end.</summary>
    /// <param name="waits">The lengths of its Wait states, in order.</param>
    public async Task<Execution> RunAsync(string machine, string input, params double[] waits)
    {
        var arn = Machines.Machines.Single(known => known.Name == $"nova-sonic-{machine}").Arn;
        var execution = Machines.Start(arn, null, input);
        foreach (var seconds in waits)
        {
            await Time.PassAsync(TimeSpan.FromSeconds(seconds));
        }

        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);
        return execution;
    }

    public Task<InvocationResult> InvokeAsync(
        string function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var next = (Seconds: 0.7, Error: (string?)null, Fields: (string?)"{}");
        if (_scripts.TryGetValue(function.Split(':')[^1], out var script) && script.TryDequeue(out var told))
        {
            next = told;
        }

        Time.Advance(TimeSpan.FromSeconds(next.Seconds));
        if (next.Error is { } error)
        {
            var failure = Encoding.UTF8.GetBytes(ScriptedLambda.FailurePayload(error));
            return Task.FromResult(new InvocationResult(failure, "Unhandled"));
        }

        var answer = JsonNode.Parse(Answer)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(next.Fields!)!.AsObject())
        {
            answer[name] = value?.DeepClone();
        }

        if (JsonNode.Parse(payload.Span)?["taskToken"]?.GetValue<string>() is { } token)
        {
            Machines.Tokens.Succeed(token, answer);
        }

        return Task.FromResult(new InvocationResult(Encoding.UTF8.GetBytes(answer.ToJsonString()), null));
    }

    private RepositoryRun Add(string function, (double, string?, string?) call)
    {
        _scripts.GetOrAdd(function, static _ => new()).Enqueue(call);
        return this;
    }

    private static string ArnOf(string name) =>
        name.EndsWith("StateMachine", StringComparison.Ordinal)
            ? $"arn:aws:states:us-east-1:000000000000:stateMachine:nova-sonic-{name[..^"StateMachine".Length].ToLowerInvariant()}"
            : $"arn:aws:lambda:us-east-1:000000000000:function:{name}";

    [GeneratedRegex(@"\$\{(?<name>\w+)(\.Arn)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
