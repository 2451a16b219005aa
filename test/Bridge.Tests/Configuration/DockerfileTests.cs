namespace SonicBridge.Bridge.Tests.Configuration;

/// <summary>The image keeps what the task definition counts on.</summary>
public sealed class DockerfileTests
{
    private readonly string[] _lines =
    [
        .. ProductFile
            .Read("Dockerfile")
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith('#')),
    ];

    [Fact]
    public void Final_image_has_no_shell_and_no_package_manager() =>
        _lines.Last(line => line.StartsWith("FROM ", StringComparison.Ordinal)).ShouldContain("-chiseled");

    [Fact]
    public void Final_image_holds_the_native_binary_and_nothing_else_of_ours() =>
        Final()
            .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal))
            .ShouldBe(["COPY --from=build /app/bridge /app/bridge"]);

    [Fact]
    public void Final_image_does_not_run_as_root() => Final().ShouldContain("USER $APP_UID");

    [Fact]
    public void Bridge_is_process_1_and_gets_SIGTERM_itself() => Final().ShouldContain("ENTRYPOINT [\"/app/bridge\"]");

    [Fact]
    public void Port_of_the_health_check_is_named() => Final().ShouldContain("EXPOSE 3000");

    [Fact]
    public void Image_is_built_from_the_published_packages() => _lines.ShouldContain("ARG AWS_PACKAGES=nuget");

    [Fact]
    public void Every_stage_begins_with_an_image_of_Microsofts_whose_version_is_said() =>
        _lines
            .Where(line => line.StartsWith("FROM ", StringComparison.Ordinal))
            .ShouldAllBe(line =>
                line.StartsWith("FROM mcr.microsoft.com/dotnet/", StringComparison.Ordinal)
                && line.Contains(":${DOTNET}-", StringComparison.Ordinal)
            );

    private IEnumerable<string> Final() =>
        _lines.SkipWhile(line => !line.Contains("-chiseled", StringComparison.Ordinal));
}
