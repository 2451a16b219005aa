using System.Runtime.CompilerServices;
using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Contracts.Configuration;
using SonicBridge.Samples.CarAvailability;

namespace SonicBridge.Samples.Tests;

public sealed class CarAvailabilityTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    private readonly CarAvailabilityFunction _function = new(new FakeTimeProvider(s_now));

    [Fact]
    public void Free_cars_are_told_with_their_price()
    {
        var cars = Ask("boston", "2026-11-27").Cars!;

        cars.ShouldNotBeEmpty();
        cars.ShouldAllBe(car => car.DollarsPerDay > 0 && Fleet.Sizes.Contains(car.Size));
        Ask("boston", "2026-11-27").Location.ShouldBe("Boston");
    }

    [Fact]
    public void A_size_narrows_what_is_told() =>
        Ask("Boston", "2026-11-27", "medium").Cars!.ShouldAllBe(car => car.Size == "medium");

    [Fact]
    public void Each_car_is_away_for_a_week_and_free_for_three() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Int[0, Fleet.Branches.Count - 1])
            .Sample(
                (days, branch) =>
                {
                    var name = Fleet.Branches.ElementAt(branch);
                    var day = DateOnly.FromDateTime(s_now.UtcDateTime).AddDays(days);
                    var free = Enumerable.Range(0, 28).SelectMany(offset => Fleet.FreeAt(name, day.AddDays(offset)));

                    free.GroupBy(car => car.Model).ShouldAllBe(car => car.Count() == 21);
                }
            );

    [Theory]
    [InlineData("Paris", "2026-11-27", null, "no branch")]
    [InlineData(null, "2026-11-27", null, "no branch")]
    [InlineData("Boston", "tomorrow", null, "YYYY-MM-DD")]
    [InlineData("Boston", null, null, "YYYY-MM-DD")]
    [InlineData("Boston", "2026-11-24", null, "is over")]
    [InlineData("Boston", "2026-11-27", "huge", "no such size")]
    public void What_the_caller_can_mend_is_an_answer(string? location, string? date, string? size, string sentence)
    {
        var result = Ask(location, date, size);

        result.Error.ShouldNotBeNull().ShouldContain(sentence);
        result.Cars.ShouldBeNull();
    }

    [Fact]
    public void The_sample_configuration_offers_what_the_function_takes()
    {
        var json = File.ReadAllBytes(PathOf("configuration/car-rental.json"));
        var configuration = CallConfigurationReader.Read(json, out var problems).ShouldNotBeNull();
        problems.ShouldBeEmpty();
        var tool = configuration.Tools.ShouldHaveSingleItem();
        var defaults = File.ReadAllText(PathOf("samples/CarAvailability/aws-lambda-tools-defaults.json"));

        defaults.ShouldContain(tool.Function);
        tool.InputSchema.GetProperty("properties")
            .EnumerateObject()
            .Select(property => property.Name)
            .ShouldBe(["location", "date", "size"]);
        tool.InputSchema.GetProperty("properties")
            .GetProperty("size")
            .GetProperty("enum")
            .EnumerateArray()
            .Select(size => size.GetString())
            .ShouldBe(Fleet.Sizes);
    }

    [Fact]
    public void What_the_bridge_sends_is_read()
    {
        var request = JsonSerializer.Deserialize(
            """{"tool":"check_car_availability","arguments":{"location":"Boston","date":"2026-11-27"},"contactId":"5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e"}""",
            CarJson.Default.ToolRequest
        )!;

        request.Arguments.ShouldBe(new CarWish { Location = "Boston", Date = "2026-11-27" });
        JsonSerializer
            .Serialize(_function.LookUp(request, new TestLambdaContext()), CarJson.Default.ToolResult)
            .ShouldStartWith("""{"location":"Boston","date":"2026-11-27","cars":[{"size":""");
    }

    private ToolResult Ask(string? location, string? date, string? size = null) =>
        _function.LookUp(
            new ToolRequest
            {
                Arguments = new CarWish
                {
                    Location = location,
                    Date = date,
                    Size = size,
                },
            },
            new TestLambdaContext()
        );

    private static string PathOf(string file, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../..", file));
}
