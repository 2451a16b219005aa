using SonicBridge.Bridge.Configuration;

namespace SonicBridge.Bridge.Tests.Configuration;

public sealed class BridgeCommandTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly Dictionary<string, string> _environment = [];

    [Fact]
    public async Task Help_names_every_variable_that_is_read()
    {
        (await RunAsync("--help")).ShouldBe(0);
        var asked = new List<string>();
        BridgeConfiguration.TryRead(
            name =>
            {
                asked.Add(name);
                return null;
            },
            out _,
            out _
        );
        asked.ShouldAllBe(name => _output.ToString().Contains(name));
    }

    [Fact]
    public async Task Bridge_that_is_told_nothing_says_what_it_lacks_and_exits_2()
    {
        (await RunAsync()).ShouldBe(2);
        _errors.ToString().ShouldContain("CALL_FOLDER is missing: set it to ");
        _errors.ToString().ShouldContain("AWS_REGION is missing: set it to ");
    }

    [Fact]
    public async Task Unknown_command_is_named()
    {
        (await RunAsync("dance", "now")).ShouldBe(2);
        _errors.ToString().ShouldBe($"bridge knows no 'dance now': see bridge --help.{Environment.NewLine}");
    }

    [Fact]
    public async Task Health_where_no_bridge_listens_exits_1()
    {
        // Port 1 is never listened on by a process without privileges.
        _environment["BRIDGE_HEALTH_PORT"] = "1";
        (await RunAsync("health")).ShouldBe(1);
        _output.ToString().ShouldContain("No bridge answers on port 1.");
    }

    [Theory]
    [InlineData("0", "only its log names")]
    [InlineData("high", "BRIDGE_HEALTH_PORT is 'high'")]
    public async Task Health_of_a_port_that_cannot_be_known_exits_2(string port, string expected)
    {
        _environment["BRIDGE_HEALTH_PORT"] = port;
        (await RunAsync("health")).ShouldBe(2);
        _errors.ToString().ShouldContain(expected);
    }

    [Fact]
    public async Task Standby_on_a_port_that_cannot_be_used_exits_2()
    {
        _environment["BRIDGE_HEALTH_PORT"] = "high";
        (await RunAsync("standby")).ShouldBe(2);
        _errors.ToString().ShouldContain("BRIDGE_HEALTH_PORT is 'high'");
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    private Task<int> RunAsync(params string[] args) =>
        BridgeCommand.RunAsync(args, _environment.GetValueOrDefault, _output, _errors);
}
