namespace SonicBridge.Steps.Tests.Template;

/// <summary>What others' tools say of the bridge's Dockerfile and task definition.</summary>
public sealed class BridgeJudgesTests : IDisposable
{
    // botocore itself lets any text pass for an enumeration.
    private const string Validate = """
        import json, re, sys
        try:
            from botocore.session import Session
            from botocore.validate import ParamValidator
        except ImportError:
            sys.exit("No module named botocore")

        def choices(shape, value, path):
            if shape.type_name == "structure":
                for name, member in value.items():
                    if name in shape.members:
                        yield from choices(shape.members[name], member, f"{path}.{name}")
                    else:
                        yield f"{path}.{name} is no parameter"
            elif shape.type_name == "list":
                for index, item in enumerate(value):
                    yield from choices(shape.member, item, f"{path}[{index}]")
            elif getattr(shape, "enum", None) and value not in shape.enum:
                yield f"{path}: {value} is none of {shape.enum}"

        request = json.loads(re.sub(r"\$\{\w+\}", "x", open(sys.argv[1]).read()))
        shape = Session().get_service_model("ecs").operation_model("RegisterTaskDefinition").input_shape
        faults = ParamValidator().validate(request, shape).generate_report()
        print("\n".join(filter(None, [faults, *choices(shape, request, "$")])), end="")
        """;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Dockers_own_linter_has_nothing_to_say_of_the_Dockerfile() =>
        (await LintAsync(Repository.PathOf("bridge/Dockerfile"))).ShouldBeEmpty();

    [Fact]
    public async Task It_would_say_what_is_wrong()
    {
        await WriteAsync("FROM scratch\nCOPY bridge\n");

        (await LintAsync(_file)).ShouldStartWith("line 2: COPY");
    }

    [Fact]
    public async Task The_task_definition_is_a_request_that_RegisterTaskDefinition_takes() =>
        (await ValidateAsync(Repository.PathOf("bridge/task-definition.json"))).ShouldBeEmpty();

    [Theory]
    [InlineData("\"essential\": true", "\"essential\": \"yes\"", "essential")]
    [InlineData("\"networkMode\": \"bridge\"", "\"networkMode\": \"nat\"", "$.networkMode: nat is none of")]
    [InlineData("\"stopTimeout\"", "\"stopTimeOut\"", "stopTimeOut")]
    public async Task One_that_it_would_refuse_is_found(string right, string wrong, string said)
    {
        var definition = Repository.Read("bridge/task-definition.json");
        definition.ShouldContain(right);
        await WriteAsync(definition.Replace(right, wrong, StringComparison.Ordinal));

        (await ValidateAsync(_file)).ShouldContain(said);
    }

    private static async Task<string> LintAsync(string dockerfile)
    {
        var (exitCode, output) = await ExternalTool.RunAsync(
            "node",
            "apt-get install nodejs",
            Repository.PathOf("test/node/lint-dockerfile.mjs"),
            dockerfile
        );
        Assert.SkipWhen(
            output.Contains("ERR_MODULE_NOT_FOUND", StringComparison.Ordinal),
            "The packages of test/node are not installed: npm ci --prefix test/node."
        );
        exitCode.ShouldBe(0, output);
        return output;
    }

    private static async Task<string> ValidateAsync(string definition)
    {
        var (exitCode, output) = await ExternalTool.RunAsync(
            "python3",
            "pip install botocore",
            "-c",
            Validate,
            definition
        );
        Assert.SkipWhen(
            output.Contains("No module named", StringComparison.Ordinal),
            "botocore is not installed: pip install botocore."
        );
        exitCode.ShouldBe(0, output);
        return output;
    }

    private Task WriteAsync(string text) => File.WriteAllTextAsync(_file, text, TestContext.Current.CancellationToken);
}
