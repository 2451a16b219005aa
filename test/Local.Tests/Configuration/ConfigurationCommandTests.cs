using System.Text.Json.Nodes;
using SonicBridge.Local.Call;
using SonicBridge.Local.Configuration;

namespace SonicBridge.Local.Tests.Configuration;

public sealed class ConfigurationCommandTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        File.Delete(_file);
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task The_sample_can_be_used()
    {
        var sample = Path.Join(Product.Built.Repository, "configuration", "car-rental.json");

        (await CheckAsync(sample)).ShouldBe(0);

        _output
            .ToString()
            .ShouldContain(
                "can be used. It has the tools check_car_availability; put it into the calls' bucket as configurations/car-rental.json."
            );
        _errors.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_problem_is_a_line_and_the_last_says_what_would_happen()
    {
        await File.WriteAllTextAsync(
            _file,
            """{"voice":"nobody","maximumSeconds":1}""",
            TestContext.Current.CancellationToken
        );

        (await CheckAsync(_file)).ShouldBe(1);

        var lines = _errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("voice: is 'nobody': set it to one of");
        lines[1].ShouldStartWith("maximumSeconds: is 1: set it to");
        lines[2].ShouldEndWith("cannot be used: 2 problems. A call that names it would be held by the default.");
    }

    [Fact]
    public async Task A_file_that_is_not_there_could_not_be_checked()
    {
        (await CheckAsync(_file + ".gone")).ShouldBe(2);

        _errors.ToString().ShouldContain("cannot be read");
    }

    [Theory]
    [InlineData("cars")]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:cars:live")]
    public async Task A_function_that_the_bridge_may_not_invoke_is_warned_of(string function)
    {
        await File.WriteAllTextAsync(
            _file,
            $$$"""{"tools":[{"name":"find","description":"Finds.","inputSchema":{"type":"object"},"function":"{{{function}}}"}]}""",
            TestContext.Current.CancellationToken
        );

        (await CheckAsync(_file)).ShouldBe(0);
        _output.ToString().ShouldContain("But the function of find, cars, does not begin with sonicbridge-tool-:");

        _output.GetStringBuilder().Clear();
        (await CheckAsync(_file, "car")).ShouldBe(0);
        _output.ToString().ShouldNotContain("But the function");
    }

    [Fact]
    public void The_prefix_is_by_default_the_templates()
    {
        var template = JsonNode.Parse(File.ReadAllText(Path.Join(Product.Built.Repository, "serverless.template")))!;
        ((string?)template["Parameters"]!["ToolFunctionPrefix"]!["Default"]).ShouldBe(
            ConfigurationCommand.DefaultPrefix
        );
    }

    private Task<int> CheckAsync(string file, string prefix = ConfigurationCommand.DefaultPrefix) =>
        ConfigurationCommand.CheckAsync(file, prefix, _output, _errors, TestContext.Current.CancellationToken);
}
