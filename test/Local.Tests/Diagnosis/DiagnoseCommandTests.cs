using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.Diagnosis;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Tests.FrontDoor;
using Spectre.Console;

namespace SonicBridge.Local.Tests.Diagnosis;

public sealed class DiagnoseCommandTests : IDisposable
{
    private const string Call = "0af7651e-8448-4eb2-8f6a-3a3c3f1c2d10";
    private const string OfTask = $"arn:aws:ecs:us-east-1:000000000000:task/nova-sonic-ecs-cluster/{Id}";
    private const string Id = "6f1d5c7e9b0a4c3d8e2f1a0b9c8d7e6f";
    private const string Healthy =
        """{"findings":[],"unread":[],"summary":"Nothing wrong was found with the deployment."}""";

    private readonly StringWriter _shown = new();
    private readonly StringWriter _errors = new();
    private JsonNode? _asked;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _shown.Dispose();
        _errors.Dispose();
    }

    [Theory]
    [InlineData(null, "{}")]
    [InlineData(Call, $$"""{"contactId":"{{Call}}"}""")]
    [InlineData(OfTask, $$"""{"taskArn":"{{OfTask}}"}""")]
    [InlineData(Id, $$"""{"taskArn":"{{Id}}"}""")]
    [InlineData("arn:aws:s3:::bucket", """{"taskArn":"arn:aws:s3:::bucket"}""")]
    public async Task The_subject_is_put_to_the_function_as_what_it_is(string? subject, string question)
    {
        (await AskAsync(Healthy, subject)).ShouldBe(0);

        _asked!.ToJsonString().ShouldBe(question);
        _shown.ToString().ShouldBe("Nothing wrong was found with the deployment.\n");
        _errors.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_is_shown_with_its_mend_and_so_is_what_was_not_looked_at()
    {
        const string Sick = """
            {"findings":[{"area":"task","cause":"No image.","evidence":"CannotPullContainerError","mend":"Push it."}],
             "unread":["the log: AccessDenied"],"summary":"One thing is wrong."}
            """;

        (await AskAsync(Sick, Call)).ShouldBe(1);

        var shown = _shown.ToString();
        foreach (var told in (string[])["task", "No image.", "CannotPullContainerError", "Push it."])
        {
            shown.ShouldContain(told);
        }

        shown.ShouldContain("Not looked at: the log: AccessDenied");
        shown.ShouldEndWith("One thing is wrong.\n");
    }

    [Fact]
    public async Task What_the_function_throws_is_said_as_it_says_it()
    {
        (
            await AskAsync(
                """{"errorMessage":"taskArn is not the ARN of an ECS task.","errorType":"FormatException"}"""
            )
        ).ShouldBe(2);

        _errors.ToString().ShouldBe($"taskArn is not the ARN of an ECS task.{Environment.NewLine}");
        _shown.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_door_that_refuses_is_quoted()
    {
        await using var door = await ADoor.With(
            new ServiceOf(
                "lambda",
                static _ => throw new AwsException("ResourceNotFoundException", "No diagnose.", 404)
            )
        );

        (await RunAsync(door.Http.ToString())).ShouldBe(2);

        _errors.ToString().ShouldContain("The question was refused: ResourceNotFoundException: No diagnose.");
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("", "missing")]
    [InlineData("127.0.0.1:8080", "'127.0.0.1:8080'")]
    [InlineData("ftp://127.0.0.1/", "'ftp://127.0.0.1/'")]
    public async Task An_address_that_is_none_is_asked_for(string? endpoint, string told)
    {
        (await RunAsync(endpoint)).ShouldBe(2);

        _errors.ToString().ShouldStartWith($"--endpoint is {told}: give the address of a front door that runs");
    }

    [Fact]
    public async Task Nobody_at_the_address_is_said_with_what_to_start()
    {
        (await RunAsync("http://127.0.0.1:1/")).ShouldBe(2);

        _errors.ToString().ShouldStartWith("Nobody answers at http://127.0.0.1:1/: ");
        _errors.ToString().ShouldContain("Start 'call --keep' or 'migrate --keep'");
    }

    [Fact]
    public async Task A_subject_that_is_neither_call_nor_task_is_not_asked_about()
    {
        (await AskAsync(Healthy, "yesterday")).ShouldBe(2);

        _errors.ToString().ShouldStartWith("'yesterday' is neither a contact id, which is a UUID, nor the ARN");
        _asked.ShouldBeNull();
    }

    [Fact]
    public async Task So_is_something_that_answers_by_an_error_of_its_own()
    {
        await using var door = await ADoor.With(
            new ServiceOf(
                "lambda",
                static async context =>
                {
                    context.Response.StatusCode = 501;
                    await context.Response.WriteAsync("<!DOCTYPE HTML><br>No POST here.", Cancellation);
                }
            )
        );

        (await RunAsync(door.Http.ToString())).ShouldBe(2);

        _errors.ToString().ShouldContain("is no front door");
        _errors.ToString().ShouldNotContain("DOCTYPE");
    }

    [Theory]
    [InlineData("<html>A shop</html>")]
    [InlineData("""{"status":"up"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Something_else_at_the_address_is_said_to_be_so(string answer)
    {
        (await AskAsync(answer)).ShouldBe(2);

        _errors.ToString().ShouldContain("is no front door");
    }

    [Fact]
    public async Task Ctrl_C_ends_it_with_a_word()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await stop.CancelAsync();

        (await RunAsync("http://127.0.0.1:1/", cancellation: stop.Token)).ShouldBe(130);

        _errors.ToString().ShouldStartWith("Stopped;");
    }

    private async Task<int> AskAsync(string answer, string? subject = null)
    {
        await using var door = await ADoor.With(
            new ServiceOf(
                "lambda",
                async context =>
                {
                    context.Request.Path.Value.ShouldBe("/2015-03-31/functions/diagnose/invocations");
                    _asked = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: Cancellation);
                    await context.Response.WriteAsync(answer, Cancellation);
                }
            )
        );
        return await RunAsync(door.Http.ToString(), subject);
    }

    private Task<int> RunAsync(string? endpoint, string? subject = null, CancellationToken? cancellation = null) =>
        DiagnoseCommand.RunAsync(
            endpoint,
            subject,
            AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(_shown) }),
            _errors,
            cancellation ?? Cancellation
        );
}
