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

    private Task<int> CheckAsync(string file) =>
        ConfigurationCommand.CheckAsync(file, _output, _errors, TestContext.Current.CancellationToken);
}
