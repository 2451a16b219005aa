using SonicBridge.Bridge.Configuration;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tests.Configuration;

public sealed class BridgeConfigurationTests
{
    private const string Folder = "s3://bucket/calls/5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e/";

    private readonly Dictionary<string, string> _environment = new()
    {
        ["CALL_FOLDER"] = Folder,
        ["BRIDGE_GENERATION"] = "2",
        ["AWS_REGION"] = "us-east-1",
    };

    [Fact]
    public void What_is_not_set_has_its_default()
    {
        var configuration = Read();
        configuration.Folder.ToString().ShouldBe(Folder);
        configuration.Generation.ShouldBe(2);
        configuration.Sonic.ShouldBe(new SonicSettings());
        configuration.Sonic.ModelId.ShouldBe("amazon.nova-2-sonic-v1:0");
        configuration.Sonic.InputHertz.ShouldBe(8000);
        configuration.Renewal.RenewAfter.ShouldBe(TimeSpan.FromMinutes(6));
        configuration.Renewal.NextKept.ShouldBe(TimeSpan.FromSeconds(30));
        configuration.Renewal.ForceAfter.ShouldBe(TimeSpan.FromMinutes(7.5));
        configuration.Heartbeat.ShouldBe(TimeSpan.FromSeconds(5));
        configuration.HealthPort.ShouldBe(3000);
    }

    [Fact]
    public void What_is_set_is_taken()
    {
        _environment["NOVA_SONIC_MODEL_ID"] = "amazon.nova-2-5-sonic-v1:0";
        _environment["NOVA_SONIC_VOICE"] = "tiffany";
        _environment["NOVA_SONIC_SYSTEM_PROMPT"] = "Be brief.";
        _environment["NOVA_SONIC_ENDPOINTING"] = "low";
        _environment["NOVA_SONIC_INPUT_HERTZ"] = "16000";
        _environment["NOVA_SONIC_MAX_TOKENS"] = "512";
        _environment["NOVA_SONIC_TOP_P"] = "0.5";
        _environment["NOVA_SONIC_TEMPERATURE"] = "1";
        _environment["RENEW_AFTER_SECONDS"] = "12";
        _environment["FORCE_RENEWAL_AFTER_SECONDS"] = "18";
        _environment["CALLER_SILENCE_LIMIT_SECONDS"] = "30";
        _environment["END_OF_CALL_SECONDS"] = "20";
        _environment["HEARTBEAT_SECONDS"] = "10";
        _environment["BRIDGE_HEALTH_PORT"] = "0";
        var configuration = Read();
        configuration.Sonic.ShouldBe(
            new SonicSettings
            {
                ModelId = "amazon.nova-2-5-sonic-v1:0",
                Voice = "tiffany",
                SystemPrompt = "Be brief.",
                Endpointing = Endpointing.Low,
                InputHertz = 16000,
                MaxTokens = 512,
                TopP = 0.5,
                Temperature = 1,
            }
        );
        configuration.Renewal.RenewAfter.ShouldBe(TimeSpan.FromSeconds(12));
        configuration.Renewal.NextKept.ShouldBe(TimeSpan.FromSeconds(6));
        configuration.Renewal.ForceAfter.ShouldBe(TimeSpan.FromSeconds(18));
        configuration.CallerSilenceLimit.ShouldBe(TimeSpan.FromSeconds(30));
        configuration.EndOfCall.ShouldBe(TimeSpan.FromSeconds(20));
        configuration.Heartbeat.ShouldBe(TimeSpan.FromSeconds(10));
        configuration.HealthPort.ShouldBe(0);
    }

    [Theory]
    [InlineData("CALL_FOLDER")]
    [InlineData("BRIDGE_GENERATION")]
    [InlineData("AWS_REGION")]
    public void What_is_missing_is_named_with_its_mend(string variable)
    {
        _environment.Remove(variable);
        Problems().ShouldHaveSingleItem().ShouldStartWith($"{variable} is missing: set it to ");
    }

    [Fact]
    public void Renewal_that_is_forced_before_it_is_due_is_refused()
    {
        _environment["RENEW_AFTER_SECONDS"] = "60";
        _environment["FORCE_RENEWAL_AFTER_SECONDS"] = "60";
        Problems()
            .ShouldHaveSingleItem()
            .ShouldBe("FORCE_RENEWAL_AFTER_SECONDS is '60': set it to a whole number from 61 to 470.");
    }

    [Theory]
    [InlineData("CALL_FOLDER", "s3://bucket/elsewhere/")]
    [InlineData("BRIDGE_GENERATION", "0")]
    [InlineData("BRIDGE_GENERATION", "first")]
    [InlineData("NOVA_SONIC_ENDPOINTING", "EXTREME")]
    [InlineData("NOVA_SONIC_INPUT_HERTZ", "44100")]
    [InlineData("NOVA_SONIC_MAX_TOKENS", "-1")]
    [InlineData("NOVA_SONIC_TOP_P", "1.5")]
    [InlineData("NOVA_SONIC_TEMPERATURE", "NaN")]
    [InlineData("RENEW_AFTER_SECONDS", "2")]
    [InlineData("FORCE_RENEWAL_AFTER_SECONDS", "480")]
    [InlineData("CALLER_SILENCE_LIMIT_SECONDS", "4")]
    [InlineData("END_OF_CALL_SECONDS", "301")]
    [InlineData("HEARTBEAT_SECONDS", "5 s")]
    [InlineData("BRIDGE_HEALTH_PORT", "65536")]
    public void What_cannot_be_used_is_named_with_its_value(string variable, string value)
    {
        _environment[variable] = value;
        var problem = Problems().ShouldHaveSingleItem();
        problem.ShouldStartWith(variable);
        problem.ShouldContain($"'{value}'");
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        _environment.Remove("AWS_REGION");
        _environment["HEARTBEAT_SECONDS"] = "never";
        Problems().Count.ShouldBe(2);
    }

    [Fact]
    public void Blank_is_not_set()
    {
        _environment["NOVA_SONIC_VOICE"] = "  ";
        Read().Sonic.Voice.ShouldBe("matthew");
    }

    private BridgeConfiguration Read()
    {
        BridgeConfiguration
            .TryRead(_environment.GetValueOrDefault, out var configuration, out var problems)
            .ShouldBeTrue(string.Join(' ', problems));
        return configuration!;
    }

    private IReadOnlyList<string> Problems()
    {
        BridgeConfiguration.TryRead(_environment.GetValueOrDefault, out _, out var problems).ShouldBeFalse();
        return problems;
    }
}
