using SkiaSharp;
using SonicBridge.Local.StepFunctions.Running;
using SonicBridge.Local.View.Graph;

namespace SonicBridge.Local.Tests.View.Graph;

public sealed class ExecutionGraphTests
{
    [Theory]
    [InlineData("migrate", new[] { 301d, 301, 301 })]
    [InlineData("rollback", new double[0])]
    [InlineData("backup", new double[0])]
    [InlineData("verify", new double[0])]
    [InlineData("call", new double[0])]
    public async Task A_run_of_each_machine_of_the_repository_is_a_picture_as_wide_as_a_page(
        string machine,
        double[] waits
    )
    {
        var execution = await new RepositoryRun().RunAsync(
            machine,
            """{"folder":"s3://b/m/1/","canary":true}""",
            waits
        );
        execution.Status.ShouldBe(ExecutionStatus.Succeeded);

        using var picture = Draw(execution);

        picture.Width.ShouldBeInRange(1600, 2400);
        var colours = picture.Pixels.ToHashSet();
        colours.ShouldContain(StateColours.Passed.Edge);
        colours.ShouldContain(StateColours.Unreached.Fill);
    }

    [Fact]
    public async Task A_failure_is_seen_in_the_picture()
    {
        var run = new RepositoryRun();
        using var good = Draw(await run.RunAsync("verify", "{}"));
        run.Fails("VerifyLambdaFunction", 1, "MigrationRefused");
        using var bad = Draw(await run.RunAsync("verify", "{}"));

        Red(bad).ShouldBeGreaterThan(20 * Red(good));

        static int Red(SKBitmap picture) => picture.Pixels.Count(static pixel => pixel == StateColours.Failed.Fill);
    }

    [Fact]
    public async Task A_long_cause_is_shown_whole_and_the_picture_is_as_much_higher()
    {
        var height = new List<int>();
        foreach (var words in (int[])[1, 150])
        {
            var cause = string.Join(' ', Enumerable.Repeat("mend", words));
            var run = new RepositoryRun()
                .Fails("VerifyLambdaFunction", 1, "MigrationRefused")
                .Takes("ExplainFailureFunction", 1, $$"""{"Cause":"{{cause}}"}""");
            using var picture = Draw(await run.RunAsync("verify", "{}"));
            height.Add(picture.Height);
        }

        // More than three lines, each 18 high at least.
        (height[1] - height[0]).ShouldBeGreaterThan(3 * 18);
    }

    private static SKBitmap Draw(Execution execution)
    {
        using var png = new MemoryStream();
        ExecutionGraph.Draw(execution.Machine.Definition, execution, png);
        return SKBitmap.Decode(png.ToArray());
    }
}
