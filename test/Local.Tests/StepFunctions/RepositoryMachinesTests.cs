using System.Text.RegularExpressions;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>The local interpreter takes every state machine of this repository.</summary>
public sealed partial class RepositoryMachinesTests
{
    public static TheoryData<string> Machines =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(CallMachine.Root(), "statemachines"), "*.asl.json")
                .Select(static file => Path.GetFileName(file)),
        ];

    [Theory]
    [MemberData(nameof(Machines))]
    public void A_machine_of_the_repository_asks_for_nothing_that_is_unknown_here(string file)
    {
        var text = File.ReadAllText(Path.Combine(CallMachine.Root(), "statemachines", file));
        var filled = Placeholder()
            .Replace(
                text,
                static match =>
                    match.Value.EndsWith(".Arn}", StringComparison.Ordinal)
                        ? $"arn:aws:lambda:us-east-1:000000000000:function:{match.Groups["name"].Value}"
                        : $"arn:aws:states:us-east-1:000000000000:stateMachine:{match.Groups["name"].Value}"
            );
        var machines = new StateMachines(
            [new LambdaIntegration(new ScriptedLambda())],
            TimeProvider.System,
            Random.Shared
        );

        machines.Load("machine", filled, new Dictionary<string, string>()).Definition.ShouldNotBeNull();
    }

    [GeneratedRegex(@"\$\{(?<name>\w+)(\.Arn)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
