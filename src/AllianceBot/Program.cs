var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapGet("/health/live", () => Results.Ok());
await app.RunAsync();
