using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;
using SonicBridge.Steps.Call;
using SonicBridge.Steps.Tests.Call;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Configure;

/// <summary>Which configuration a call gets, and that none is lost for want of one.</summary>
public sealed class ChosenConfigurationTests : IDisposable
{
    private const string StateMachine = "arn:aws:states:us-east-1:111122223333:stateMachine:call";

    private readonly InMemoryS3 _s3 = new();
    private readonly FakeStepFunctions _stepFunctions = new();
    private readonly FakeParameters _parameters = new();

    public void Dispose()
    {
        _s3.Dispose();
        _stepFunctions.Dispose();
        _parameters.Dispose();
    }

    [Fact]
    public async Task A_call_gets_what_its_contact_attribute_names()
    {
        Seed("numbers", """{"+18005550199":"by-number"}""");
        Seed("by-number", """{"voice":"amy"}""");
        Seed("default", """{"voice":"tina"}""");
        Seed("by-attribute", """{"voice":"leo"}""");

        var logged = await StartAsync(ACall.Envelope().WithConfiguration("by-attribute"));

        Kept()!.Voice.ShouldBe("leo");
        logged.ShouldNotContain("configuration");
    }

    [Fact]
    public async Task Without_the_attribute_it_gets_what_the_dialled_number_has()
    {
        Seed("numbers", """{"+18005550199":"by-number"}""");
        Seed("by-number", """{"voice":"amy"}""");
        Seed("default", """{"voice":"tina"}""");

        await StartAsync(ACall.Envelope());

        Kept()!.Voice.ShouldBe("amy");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"+18005550100":"by-number"}""")]
    public async Task A_call_that_asks_for_none_gets_the_default(string? numbers)
    {
        Seed("numbers", numbers);
        Seed("by-number", """{"voice":"amy"}""");
        Seed("default", """{"voice":"tina","callerSilenceSeconds":30.0}""");

        await StartAsync(ACall.Envelope());

        Kept()!.Voice.ShouldBe("tina");
        Kept()!.CallerSilenceSeconds.ShouldBe(30);
    }

    [Fact]
    public async Task A_call_is_held_as_the_environment_has_it_where_nobody_has_written_a_configuration()
    {
        var logged = await StartAsync(ACall.Envelope());

        Kept().ShouldBeNull();
        logged.ShouldNotContain("configuration");
    }

    [Theory]
    [InlineData("""{"voice":"leo","tempo":1,"maximumSeconds":1}""", "tempo: is not known", "maximumSeconds: is 1")]
    [InlineData("""{"voice":"leo" """, "sales.json: The file is not JSON")]
    [InlineData(null, "Nothing is at s3://calls-bucket/configurations/sales.json")]
    public async Task A_configuration_that_cannot_be_used_is_told_and_the_call_goes_on(
        string? json,
        params string[] told
    )
    {
        Seed("sales", json);

        var logged = await StartAsync(ACall.Envelope().WithConfiguration("sales"));

        Kept().ShouldBeNull();
        told.ShouldAllBe(sentence => logged.Contains(sentence, StringComparison.Ordinal), logged);
        _stepFunctions.Started.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("../calls/x")]
    [InlineData("numbers")]
    [InlineData("")]
    public async Task Nothing_but_a_name_leads_to_a_configuration(string attribute)
    {
        Seed("default", null);

        await StartAsync(ACall.Envelope().WithConfiguration(attribute));

        Kept().ShouldBeNull();
        _s3.Calls.Where(call => call.Operation == "GetObject")
            .ShouldAllBe(call =>
                call.Key == "configurations/default.json" || call.Key == "configurations/numbers.json"
            );
        _stepFunctions.Started.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"+18005550199\":7}")]
    [InlineData("{\"+18005550199\":\"a b\"}")]
    [InlineData("+18005550199")]
    public async Task Numbers_that_cannot_be_used_are_told_without_a_number(string numbers)
    {
        Seed("numbers", numbers);

        var logged = await StartAsync(ACall.Envelope());

        logged.ShouldContain("numbers.json");
        logged.ShouldNotContain("8005550199");
        _stepFunctions.Started.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_call_goes_on_when_its_configuration_cannot_be_read_or_kept()
    {
        Seed("sales", "{}");
        _s3.Before = call =>
        {
            if (call.Operation == "GetObject")
            {
                throw InMemoryS3.Error("AccessDenied", HttpStatusCode.Forbidden);
            }
        };
        (await StartAsync(ACall.Envelope().WithConfiguration("sales"))).ShouldContain("AccessDenied");

        _s3.Before = call =>
        {
            if (call is { Operation: "PutObject" } && call.Key.EndsWith("configuration.json", StringComparison.Ordinal))
            {
                throw InMemoryS3.Error("SlowDown", HttpStatusCode.ServiceUnavailable);
            }
        };
        (await StartAsync(ACall.Envelope().WithConfiguration("sales"))).ShouldContain("SlowDown");

        _stepFunctions.Started.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_later_try_of_Connect_does_not_change_the_configuration_of_a_call()
    {
        Seed("sales", """{"voice":"leo"}""");
        await StartAsync(ACall.Envelope().WithConfiguration("sales"));
        Seed("sales", """{"voice":"amy"}""");

        await StartAsync(ACall.Envelope().WithConfiguration("sales"));

        Kept()!.Voice.ShouldBe("leo");
    }

    [Fact]
    public async Task Configuration_is_there_before_the_execution_begins()
    {
        Seed("default", """{"voice":"leo"}""");
        _stepFunctions.Before = () => Kept()!.Voice.ShouldBe("leo");

        await StartAsync(ACall.Envelope());

        Kept().ShouldNotBeNull();
        _stepFunctions.Started.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_stack_may_keep_configurations_as_parameters()
    {
        _parameters.Values["/sonicbridge/configurations/numbers"] = """{"+18005550199":"sales"}""";
        _parameters.Values["/sonicbridge/configurations/sales"] = """{"voice":"leo"}""";

        await StartAsync(ACall.Envelope(), _parameters.Shelf);

        Kept()!.Voice.ShouldBe("leo");
        _s3.Calls.ShouldAllBe(call => call.Operation == "PutObject");
        (await StartAsync(ACall.Envelope().WithConfiguration("gone"), _parameters.Shelf)).ShouldContain(
            "Nothing is at the parameter /sonicbridge/configurations/gone"
        );
    }

    private async Task<string> StartAsync(JsonObject input, Steps.Configure.IConfigurationShelf? parameters = null)
    {
        var context = ACall.Context();
        var function = new StartCallFunction(_s3, _stepFunctions, ACall.Bucket, StateMachine, parameters);
        (await function.StartCall(input.Element(), context)).Status.ShouldBe("started");
        return ACall.Logged(context);
    }

    private void Seed(string name, string? json)
    {
        if (json is not null)
        {
            _s3.Seed($"configurations/{name}.json", json);
        }
    }

    private CallConfiguration? Kept() =>
        _s3.Text(ACall.Key("configuration.json")) is { } text
            ? JsonSerializer.Deserialize(text, CallFile.Configuration.Shape)
            : null;
}
