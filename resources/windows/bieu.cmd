@echo off
rem The command line of Bieu Chi tieu: the program started as Node, since a windowed .exe has no console.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0BieuChiTieu.exe" "%~dp0resources\app.asar\dist\cli.cjs" %*
