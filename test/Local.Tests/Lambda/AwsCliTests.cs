using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.Tests.FrontDoor;
using SonicBridge.Local.Tests.Processes;

namespace SonicBridge.Local.Tests.Lambda;

/// <summary>The <c>aws</c> command line against the local Lambda, where it is installed.</summary>
public sealed class AwsCliTests
{
    private static LambdaService ALambda() =>
        new(
            [
                new FunctionDefinition
                {
                    Name = "next-prompt",
                    Executable = Probe.Executable,
                    Memory = 256,
                    Timeout = TimeSpan.FromSeconds(8),
                    Environment = new Dictionary<string, string> { ["ANNOTATIONS_HANDLER"] = "NextPrompt" },
                },
            ],
            new Dictionary<string, string>(),
            TimeProvider.System,
            static _ => { }
        );

    [Fact]
    public async Task Function_is_invoked_and_its_log_comes_with_the_answer()
    {
        await using var lambda = ALambda();
        await using var door = await ADoor.With(lambda);

        var (told, answer) = await InvokeAsync(door, """{"ContactId":"x"}""");

        told["StatusCode"]!.GetValue<int>().ShouldBe(200);
        told["FunctionError"].ShouldBeNull();
        Convert.FromBase64String(told["LogResult"]!.ToString()).ShouldNotBeEmpty();
        answer["event"]!["ContactId"]!.ToString().ShouldBe("x");
    }

    [Fact]
    public async Task Function_that_fails_says_so_in_an_answer_that_succeeds()
    {
        await using var lambda = ALambda();
        await using var door = await ADoor.With(lambda);

        var (told, answer) = await InvokeAsync(door, """{"do":"exit","code":5}""");

        told["StatusCode"]!.GetValue<int>().ShouldBe(200);
        told["FunctionError"]!.ToString().ShouldBe("Unhandled");
        answer["errorType"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Function_is_described_and_an_unknown_one_is_an_error()
    {
        await using var lambda = ALambda();
        await using var door = await ADoor.With(lambda);

        var function = await AskAsync(door, "get-function", "--function-name", "next-prompt");
        var configuration = await AskAsync(door, "get-function-configuration", "--function-name", "next-prompt");
        var list = await AskAsync(door, "list-functions");
        var refused = await AwsCli.FailAsync(door, "lambda", "get-function", "--function-name", "no-such-function");

        function["Configuration"]!["MemorySize"]!.GetValue<int>().ShouldBe(256);
        configuration["Timeout"]!.GetValue<int>().ShouldBe(8);
        configuration["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"]!.ToString().ShouldBe("NextPrompt");
        list["Functions"]!.AsArray().ShouldHaveSingleItem()!["FunctionName"]!.ToString().ShouldBe("next-prompt");
        refused.ShouldContain("ResourceNotFoundException");
    }

    private static async Task<JsonNode> AskAsync(AwsFrontDoor door, params string[] arguments) =>
        JsonNode.Parse(await AwsCli.RunAsync(door, ["lambda", .. arguments, "--output", "json"]))!;

    private static async Task<(JsonNode Told, JsonNode Answer)> InvokeAsync(AwsFrontDoor door, string payload)
    {
        var folder = Directory.CreateTempSubdirectory("sonicbridge-");
        try
        {
            // As a file a payload is taken as it is, by version 1 of the CLI and by version 2.
            var request = Path.Join(folder.FullName, "request.json");
            var file = Path.Join(folder.FullName, "answer.json");
            await File.WriteAllTextAsync(request, payload, TestContext.Current.CancellationToken);
            var told = await AskAsync(
                door,
                "invoke",
                "--function-name",
                "next-prompt",
                "--payload",
                $"fileb://{request}",
                "--log-type",
                "Tail",
                file
            );
            var answer = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            return (told, JsonNode.Parse(answer)!);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
